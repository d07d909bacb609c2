import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '../parts/Button';

interface PopoverProps {
  readonly label: string;
  /** What is chosen, in short. */
  readonly summary: string;
  readonly testId: string;
  readonly children: ReactNode;
}

/**
 * A button that opens a panel below it. Esc, a click outside or leaving it by keyboard closes it; the focus goes to the
 * first field, and back to the button. Inside, the arrow keys go from one checkbox to the next.
 */
export function Popover({ label, summary, testId, children }: PopoverProps) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return undefined;
    panel.current?.querySelector<HTMLElement>('input[type=search]')?.focus();
    const outside = (event: Event): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && open) {
      const boxes = [...(panel.current?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [])];
      const at = boxes.indexOf(document.activeElement as HTMLInputElement);
      const next = boxes[at < 0 ? 0 : at + (event.key === 'ArrowDown' ? 1 : -1)];
      if (next) {
        event.preventDefault();
        next.focus();
      }
    }
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it only listens to keys of what it holds
    <div ref={box} className="popover" onKeyDown={onKeyDown}>
      <span className="field-label" id={`${id}-label`}>
        {label}
      </span>
      <Button
        ref={button}
        className="popover-button"
        data-testid={testId}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-labelledby={`${id}-label ${id}-summary`}
        onClick={() => setOpen(!open)}
      >
        <span id={`${id}-summary`}>{summary}</span>
        <span aria-hidden="true" className="popover-arrow">
          {open ? '▴' : '▾'}
        </span>
      </Button>
      {open && (
        <div ref={panel} id={id} className="popover-panel" role="dialog" aria-labelledby={`${id}-label`}>
          {children}
        </div>
      )}
    </div>
  );
}
