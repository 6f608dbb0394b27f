/**
 * Characters that hide or reorder text: control characters but tab and line ends, zero-width and
 * bidirectional ones, and U+FFFD, which stands where bytes were no UTF-8.
 */
export const HIDDEN_CHARACTERS =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]/g;
