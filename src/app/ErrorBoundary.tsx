import { Component, type ReactNode } from 'react';
import { say, type Lang } from '../base/text';
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
