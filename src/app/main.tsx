import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { session } from '../store/session';
import { App } from './App';
import './tokens.css';
import './app.css';
import './print.css';
import '../views/parts/parts.css';

// The session starts before the first drawing and not in an effect: it must start once, and as early as it can.
void session().getState().start();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
