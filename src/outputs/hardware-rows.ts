import type { Project } from '../domain/catalog/model.ts';
import { groupDigits } from '../domain/format/tokens.ts';
import { t } from '../i18n/index.ts';

/** A row of the hardware table, in words. */
export interface HardwareRow {
  task: string;
  precision: string;
  vram: string;
  basis: string;
  /** Size, context and other conditions of the figure; empty where none is stated. */
  conditions: string;
}

/** Writes an entry's GPU memory figures in words, each with its unit and conditions. */
export function hardwareRows(hardware: NonNullable<Project['hardware']>): HardwareRow[] {
  return hardware.map((item) => ({
    task: t.hardwareTask[item.task],
    precision: item.precision ? t.precision[item.precision] : t.unknown,
    vram: `${item.vramGb} GB`,
    basis:
      item.figure && item.figure !== 'used'
        ? t.hardware.basisOf(t.basis[item.basis], t.hardware.figure[item.figure])
        : t.basis[item.basis],
    conditions: [
      item.variant,
      item.contextLength ? t.project.tokens(groupDigits(item.contextLength)) : undefined,
      item.note,
    ]
      .filter(Boolean)
      .join('，'),
  }));
}
