/** A value in the facts table: text, and where it leads. */
export interface FactItem {
  text: string;
  href?: string;
  lang?: 'en' | undefined;
  external?: boolean;
}

/** A row of the facts table: the fact, its values; no values means unknown. */
export interface FactRow {
  /** Path of the fact, as `evidence.supports` names it. */
  fact: string;
  label: string;
  items: FactItem[];
}
