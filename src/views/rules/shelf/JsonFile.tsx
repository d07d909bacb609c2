import { type ReactNode, useRef, useState } from 'react';
import { Button } from '../../parts/Button';
import { useT } from '../../parts/use-text';
import { SHELF_TEXT } from './text';

/** Written by hand or by this product: what is larger is another file. */
const MOST_MB = 4;

interface JsonFileProps {
  /** On the button that opens the file picker. */
  readonly label: string;
  readonly onText: (text: string, name: string) => void;
  /** The field that files can be dropped on. */
  readonly children?: ReactNode;
}

/** A JSON file, picked or dropped on what stands inside. */
export function JsonFile({ label, onText, children }: JsonFileProps) {
  const t = useT(SHELF_TEXT);
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState(false);
  const take = async (files: FileList | null): Promise<void> => {
    const file = files?.[0];
    if (!file) return;
    const fits = file.size <= MOST_MB * 1e6;
    setRefused(!fits);
    if (fits) onText(await file.text(), file.name);
  };
  return (
    // Dropping needs a mouse anyway; the button is the way for the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="json-file"
      onDragOver={(e) => e.preventDefault()}
      onDrop={(e) => {
        if (e.dataTransfer.files.length === 0) return;
        e.preventDefault();
        void take(e.dataTransfer.files);
      }}
    >
      {children}
      <Button onClick={() => input.current?.click()}>{label}</Button>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={label}
        accept=".json,application/json"
        onChange={(e) => {
          void take(e.target.files);
          // The same file chosen again must be read again.
          e.target.value = '';
        }}
      />
      <span role="status">{refused && t('tooLarge', { most: MOST_MB })}</span>
    </div>
  );
}
