import { useId, type ReactNode } from 'react';

interface FigureProps {
  /** The finding, in words with its figures. */
  readonly title: ReactNode;
  /** Measure, unit, treatment. */
  readonly subtitle: ReactNode;
  /** What has to be known before the figures are believed. */
  readonly caution?: ReactNode;
  readonly tools?: ReactNode;
  /** Source, data version, rule set. */
  readonly footer?: ReactNode;
  readonly className?: string;
  readonly level?: 2 | 3;
  readonly children: ReactNode;
}

/** A chart as a newspaper prints it: finding, measure, drawing, source. */
export function Figure({ title, subtitle, caution, tools, footer, className = '', level = 2, children }: FigureProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <figure className={`card figure ${className}`} aria-labelledby={id}>
      <div className="card-head">
        <div>
          <Heading id={id} className="card-title">
            {title}
          </Heading>
          <p className="card-subtitle">{subtitle}</p>
          {caution}
        </div>
        {tools !== undefined && <div className="card-tools">{tools}</div>}
      </div>
      {children}
      {footer !== undefined && <figcaption className="card-footer">{footer}</figcaption>}
    </figure>
  );
}
