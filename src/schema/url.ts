import { z } from 'zod';

/** Tells whether the text parses as an absolute http(s) address without user name or password. */
function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.hostname.includes('.');
}

/** An absolute http(s) URL. Other schemes (`javascript:`, `data:` …) are refused. */
export const urlSchema = z
  .string({ error: '写完整网址，以 https:// 开头' })
  .refine(isWebAddress, { error: '写完整网址，以 https:// 开头' })
  .refine((text) => /^[\u0021-\u007e]*$/.test(text), {
    error: '网址里的汉字和空格要写成百分号编码，从浏览器的地址栏复制就是',
  })
  .meta({ title: '网址' });
