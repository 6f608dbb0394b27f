import type { Catalog, License, Project } from '../domain/catalog/model.ts';
import { t } from '../i18n/index.ts';
import type { FactPath } from '../schema/evidence.ts';
import { LICENSE_STATES, type LicenseState } from '../schema/licensing.ts';

/** A row of the licence box: which layer, what it says, the licence where there is one. */
export interface LicenseLayer {
  fact: FactPath;
  label: string;
  text: string;
  /** Versions that it holds for, where not all; empty otherwise. */
  versions: string[];
  license: License | null;
}

function layer(catalog: Catalog, fact: FactPath, label: string, value: string, versions: string[] = []): LicenseLayer {
  const license = catalog.licenseById.get(value) ?? null;
  const isState = (LICENSE_STATES as readonly string[]).includes(value);
  const text = license?.spdx ?? license?.name ?? (isState ? t.licenseState[value as LicenseState] : value);
  return { fact, label, text, versions, license };
}

/** Builds the licence box of an entry: code, weights, data, then the sizes whose weights have a licence of their own. */
export function licenseLayers(catalog: Catalog, project: Project): LicenseLayer[] {
  const { licenses, variants } = project;
  const exceptions = new Map<string, string[]>();
  for (const { name, license } of variants ?? [])
    if (license !== null) exceptions.set(license, [...(exceptions.get(license) ?? []), name]);
  return [
    layer(catalog, 'licenses.code', t.layer.code, licenses.code),
    layer(catalog, 'licenses.weights', t.layer.weights, licenses.weights),
    ...[...exceptions].map(([license, names]) => layer(catalog, 'licenses.weights', t.layer.weights, license, names)),
    layer(catalog, 'licenses.data', t.layer.data, licenses.data),
  ];
}
