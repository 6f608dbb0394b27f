import type { License } from '../domain/catalog/model.ts';
import { t } from '../i18n/index.ts';

/** What a licence permits, row by row; unknown is said, never left out. */
export function licenseFacts(license: License): { label: string; items: string[] }[] {
  const words = t.license;
  return [
    { label: words.commercialUse, items: [t.verdictLong[license.commercialUse]] },
    ...(license.conditions.length > 0 ? [{ label: words.conditions, items: license.conditions }] : []),
    {
      label: license.commercialUse === 'forbidden' ? words.application : words.registration,
      items: [t.tristate[license.registration]],
    },
    { label: words.derivatives, items: [t.derivative[license.derivatives]] },
    { label: words.shareAlike, items: [t.tristate[license.shareAlike]] },
    { label: words.useRestrictions, items: [t.tristate[license.useRestrictions]] },
    { label: words.outputRestriction, items: [t.tristate[license.outputRestriction]] },
    { label: words.family, items: [t.licenseFamily[license.family]] },
  ];
}
