import { Component, type ReactNode } from 'react';
import { say, type Lang } from '../base/text';
import { TroubleError } from '../platform/trouble';
import { Button } from '../views/parts/Button';
import { APP_TEXT } from './text';

interface Props {
  readonly lang: Lang;
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | null;
}

/** A fault of one screen stays on that screen: the header and the other screens work on. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    const { lang } = this.props;
    if (error instanceof TroubleError) return <Missing error={error} lang={lang} />;
    return (
      <div className="card state state-failed" role="alert">
        <h1 className="state-title">{say(APP_TEXT.crashTitle, lang)}</h1>
        <p>{say(APP_TEXT.crashHelp, lang)}</p>
        <p className="state-detail">
          <code>{error.message}</code>
        </p>
        <Button onClick={() => this.setState({ error: null })}>{say(APP_TEXT.reload, lang)}</Button>
      </div>
    );
  }
}

/** A part of the program could not be fetched: the reason lies outside, and so does the remedy. */
function Missing({ error, lang }: { readonly error: TroubleError; readonly lang: Lang }) {
  const { what, where, todo } = error.trouble;
  return (
    <div className="card state state-failed" role="alert">
      <h1 className="state-title">{what[lang]}</h1>
      <p>{todo[lang]}</p>
      <p className="state-detail">
        <code>{where}</code>
      </p>
      <Button onClick={() => location.reload()}>{say(APP_TEXT.reloadPage, lang)}</Button>
    </div>
  );
}
