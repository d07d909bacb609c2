import { useState } from 'react';
import { keepOffice, readOffice } from '../builder/office';
import { AlertsCard } from './AlertsCard';
import { LinkCard } from './LinkCard';
import { MakeCard } from './MakeCard';
import { OpenCard } from './OpenCard';
import '../../data/data.css';
import './share.css';

/** What leaves the office, and what comes in from another one: link, package, messages for other systems. */
export function SharePart() {
  const [office, setOffice] = useState(readOffice);
  const rename = (name: string): void => {
    setOffice(name);
    keepOffice(name);
  };
  return (
    <div className="share">
      <div className="share-column">
        <LinkCard />
        <MakeCard office={office} onOffice={rename} />
      </div>
      <div className="share-column">
        <OpenCard />
      </div>
      <AlertsCard office={office} onOffice={rename} />
    </div>
  );
}
