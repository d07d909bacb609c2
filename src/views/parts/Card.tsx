import { useId, type ReactNode } from 'react';

interface CardProps {
  readonly title?: ReactNode;
  readonly subtitle?: ReactNode;
  /** Switches and buttons at the right of the title. */
  readonly tools?: ReactNode;
  readonly footer?: ReactNode;
  readonly className?: string;
  /** Heading level of the title within the screen. */
  readonly level?: 2 | 3;
  readonly children: ReactNode;
}

/** A sheet on the desk: a titled part of a screen. */
export function Card({ title, subtitle, tools, footer, className = '', level = 2, children }: CardProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={`card ${className}`} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <header className="card-head">
          <div>
            <Heading id={id} className="card-title">
              {title}
            </Heading>
            {subtitle !== undefined && <p className="card-subtitle">{subtitle}</p>}
          </div>
          {tools !== undefined && <div className="card-tools">{tools}</div>}
        </header>
      )}
      {children}
      {footer !== undefined && <footer className="card-footer">{footer}</footer>}
    </section>
  );
}
