import fc from 'fast-check';

// A property that fails is told at once, with its seed and path: making the example small took minutes of a busy core,
// looked like a hang, and the seed brings it back for whoever mends it.
fc.configureGlobal({ endOnFailure: true });
