import { createRoot } from 'react-dom/client';

// Placeholder, to be overwritten by the app's wiring.
const root = document.getElementById('root');
if (root) createRoot(root).render(<main>烽燧 Fengsui</main>);
