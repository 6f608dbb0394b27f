import { z } from 'zod';

/** Lower-case kebab id of an entry; equals the file name without its ending and the last part of its page's path. Dots stay for versions (`llama-3.1`). */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/, { error: 'id 只能用小写字母、数字、连字符和点，例如 chatglm-6b' })
  .meta({ title: 'id' });

/** Id of a licence: its SPDX identifier where it has one (`Apache-2.0`), else a kebab-case name (`chatglm-6b-license`). */
export const licenseIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*$/, {
    error: '许可证 id 用 SPDX 标识（如 Apache-2.0），没有 SPDX 标识的用小写连字符名（如 chatglm-6b-license）',
  })
  .meta({ title: '许可证 id' });

/** A trimmed, non-empty line of text. */
export const lineSchema = z
  .string()
  .min(1, { error: '不能为空；不知道就整行删掉' })
  .regex(/^\S(?:[^\r\n]*\S)?$/, { error: '写成一行，首尾不要留空格' })
  .meta({ title: '一行文字' });
