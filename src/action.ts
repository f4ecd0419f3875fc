/** The stages of the actions in this repository. One build holds them all, so that they share its chunks. */
export const stages = {
  main: () => import('./main.ts'),
  post: () => import('./post.ts'),
  sync: () => import('./sync.ts'),
  renew: () => import('./renew.ts'),
  revoke: () => import('./revoke.ts'),
  sweep: () => import('./sweep.ts'),
};
