/**
 * Runs in the head before anything is painted: takes the reader's saved theme, so that the page never flashes.
 * Inlined; its hash is in the Content-Security-Policy (astro.config.mjs). Storage may be forbidden: then the system decides.
 */
export const THEME_INIT =
  "try{var t=localStorage.getItem('theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}";
