/** Which side of a column a dragged one would go to. */
type Side = 'before' | 'after';

/**
 * Lets the headings of a table be dragged to another place: `th[draggable]` with `data-id`. Anything in a column takes
 * the drop, on its nearer side, which is marked on its heading. `drop` gets the id and its new place among all, from 0.
 */
export function enableColumnDrag(table: HTMLElement, drop: (id: string, place: number) => void, signal: AbortSignal) {
  let dragged: string | null = null;
  const heads = () => [...table.querySelectorAll<HTMLElement>('th[draggable]')];
  const targetOf = (event: DragEvent): { place: number; side: Side } | null => {
    const cell = (event.target as Element).closest<HTMLTableCellElement>('th,td');
    if (!cell || cell.cellIndex < 1) return null;
    const { left, width } = cell.getBoundingClientRect();
    return { place: cell.cellIndex - 1, side: event.clientX < left + width / 2 ? 'before' : 'after' };
  };
  const mark = (place: number | null, side?: Side) =>
    heads().forEach((head, i) => {
      if (i === place && side) head.dataset['drop'] = side;
      else delete head.dataset['drop'];
    });

  table.addEventListener(
    'dragstart',
    (event) => {
      dragged = (event.target as HTMLElement).dataset['id'] ?? null;
      // A link or a picture that is dragged is none of ours.
      if (dragged === null) return;
      event.dataTransfer?.setData('text/plain', dragged);
      if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
    },
    { signal },
  );
  table.addEventListener(
    'dragover',
    (event) => {
      const target = dragged === null ? null : targetOf(event);
      if (!target) return mark(null);
      event.preventDefault();
      mark(target.place, target.side);
    },
    { signal },
  );
  table.addEventListener(
    'drop',
    (event) => {
      const target = targetOf(event);
      if (dragged === null || !target) return;
      event.preventDefault();
      const from = heads().findIndex((head) => head.dataset['id'] === dragged);
      const to = target.place + (target.side === 'after' ? 1 : 0);
      // Taking it out first moves what stands behind it one place forward.
      drop(dragged, to > from ? to - 1 : to);
    },
    { signal },
  );
  table.addEventListener(
    'dragend',
    () => {
      dragged = null;
      mark(null);
    },
    { signal },
  );
}
