import { warning } from '../rule.ts';

export const idleWaiver = warning('idle-waiver', 'A waiver that switches nothing off.', {
  waiver({ name, rule: waived, isIdle }, say) {
    if (waived?.level === 'error')
      say({}, `"${name}" is an error, which cannot be waived; delete this waiver`);
    else if (isIdle) say({}, `"${name}" has nothing to say of this question; delete this waiver`);
  },
});
