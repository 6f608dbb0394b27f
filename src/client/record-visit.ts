import { recordVisit } from './recent.ts';

const title = document.querySelector('h1')?.textContent.trim();
if (title) recordVisit({ href: location.pathname, title });
