/** Groups of answers that stand for files beside the entry: what it names and the catalogue does not have yet. */
export const NEW_GROUPS = { organizations: 'newOrganizations', licenses: 'newLicenses' } as const;

/** What can be said of each: the keys of their answers. */
export const NEW_KEYS: Readonly<Record<string, readonly string[]>> = {
  newOrganizations: ['id', 'name', 'zhName', 'kind', 'homepage', 'github', 'accessed'],
  newLicenses: ['id', 'name', 'family', 'commercialUse', 'summary', 'text', 'accessed'],
};
