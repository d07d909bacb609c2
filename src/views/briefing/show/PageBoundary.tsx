import { Component, type ReactNode } from 'react';

interface PageBoundaryProps {
  /** What stands in the place of a page that could not be drawn. */
  readonly words: { readonly what: string; readonly why: (why: string) => string };
  readonly children: ReactNode;
}

/** One page that fails is one page: the others go on. Give it the page as its key, so that each starts anew. */
export class PageBoundary extends Component<PageBoundaryProps, { readonly why: string | null }> {
  override state: { readonly why: string | null } = { why: null };

  static getDerivedStateFromError(error: unknown): { readonly why: string } {
    return { why: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { why } = this.state;
    const { words, children } = this.props;
    if (why === null) return children;
    return (
      <div className="show-waiting" role="status">
        <p>{words.what}</p>
        <p>{words.why(why)}</p>
      </div>
    );
  }
}
