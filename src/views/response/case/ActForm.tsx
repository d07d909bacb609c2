import { type ReactNode, useId } from 'react';
import { Button } from '../../parts/Button';
import { useT } from '../../parts/use-text';
import { CASE_TEXT } from './text';
import type { ActForm as Form } from './use-act-form';

interface ActFormProps {
  /** Name of the form for those who hear it. */
  readonly label: string;
  // The fields differ from form to form; here only what all have is used.
  readonly form: Pick<Form<object>, 'busy' | 'refused' | 'submit' | 'box'>;
  readonly submit: string;
  /** Why it may not be sent now, whatever stands in it; null = it may. */
  readonly barred: string | null;
  readonly look?: 'primary' | 'secondary';
  readonly tools?: ReactNode;
  readonly children?: ReactNode;
}

/** Fields, the button that records them, and why that cannot be or was not. */
export function ActForm({ label, form, submit, barred, look = 'primary', tools, children }: ActFormProps) {
  const t = useT(CASE_TEXT);
  const id = useId();
  const { box, busy, refused, submit: send } = form;
  const said = refused === null ? barred && t('mayNot', { why: barred }) : t('refused', { why: refused });
  return (
    <form ref={box} className="case-form" aria-label={label} onSubmit={send} noValidate>
      {children !== undefined && <div className="case-fields">{children}</div>}
      <div className="case-send">
        <Button type="submit" look={look} disabled={barred !== null || busy} aria-describedby={`${id}-said`}>
          {busy ? t('saving') : submit}
        </Button>
        {tools}
        <span id={`${id}-said`} className={refused === null ? 'quiet' : 'field-fault'} role="status">
          {said}
        </span>
      </div>
    </form>
  );
}
