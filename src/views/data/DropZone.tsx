import { type ReactNode, useId, useRef, useState } from 'react';
import { Button } from '../parts/Button';

/** For the file picker alone: what a file is, its bytes tell. */
const ACCEPTED = '.csv,.txt,.tsv,.xlsx,.xls,.ods,.json,.html,.htm,text/csv,text/plain,text/tab-separated-values';

interface DropZoneProps {
  readonly label: string;
  readonly whileOver: string;
  readonly button: string;
  readonly primary?: boolean;
  readonly multiple?: boolean;
  readonly disabled?: boolean;
  /** For the file picker alone; left out = tables. */
  readonly accepted?: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children?: ReactNode;
}

/** A place to drop files on, with a button that opens the file picker: the same by mouse and by keyboard. */
export function DropZone(props: DropZoneProps) {
  const { label, whileOver, button, primary = false, multiple = false, disabled = false, onFiles, children } = props;
  const { accepted = ACCEPTED } = props;
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  // Entering a child counts as leaving its parent: a count, not a flag, tells whether the pointer is still here.
  const depth = useRef(0);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null): void => {
    if (disabled || !files || files.length === 0) return;
    onFiles(multiple ? [...files] : [...files].slice(0, 1));
  };
  return (
    // Dropping needs a mouse anyway; the button beside it is the way for the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={`drop ${over ? 'drop-over' : ''}`}
      onDragEnter={(e) => {
        e.preventDefault();
        depth.current++;
        setOver(true);
      }}
      onDragOver={(e) => e.preventDefault()}
      onDragLeave={() => {
        depth.current = Math.max(0, depth.current - 1);
        if (depth.current === 0) setOver(false);
      }}
      onDrop={(e) => {
        e.preventDefault();
        depth.current = 0;
        setOver(false);
        take(e.dataTransfer.files);
      }}
    >
      <span id={id}>{over ? whileOver : label}</span>
      <Button look={primary ? 'primary' : 'secondary'} disabled={disabled} onClick={() => input.current?.click()}>
        {button}
      </Button>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-labelledby={id}
        accept={accepted}
        multiple={multiple}
        onChange={(e) => {
          take(e.target.files);
          // The same file chosen again must be read again.
          e.target.value = '';
        }}
      />
      {children}
    </div>
  );
}
