import { expect } from '@open-wc/testing';
import { createState, type Snapshot } from '../../src/entry/state.js';

const INITIAL: Snapshot = { decision: undefined, asks: 'none', view: 'closed', lang: 'ru' };

describe('createState', () => {
  it('hands out frozen snapshots, the first one a copy', () => {
    const initial = { ...INITIAL };
    const state = createState(initial);
    expect(state.get()).to.deep.equal(INITIAL);
    expect(Object.isFrozen(state.get())).to.equal(true);
    expect(Object.isFrozen(initial)).to.equal(false);
    state.set({ view: 'banner' });
    expect(Object.isFrozen(state.get())).to.equal(true);
  });

  it('changes what is said and keeps the rest; a snapshot of before stays as it was', () => {
    const state = createState(INITIAL);
    const before = state.get();
    state.set({ view: 'banner', asks: undefined });
    expect(state.get()).to.deep.equal({ ...INITIAL, view: 'banner', asks: undefined });
    expect(before).to.deep.equal(INITIAL);
  });

  it('tells a subscriber at once, and after every change with what was before', () => {
    const state = createState(INITIAL);
    const heard: [string, string][] = [];
    state.subscribe(({ view }, { view: before }) => heard.push([view, before]));
    expect(heard).to.deep.equal([['closed', 'closed']]);
    state.set({ view: 'banner' });
    state.set({ view: 'preferences' });
    expect(heard.slice(1)).to.deep.equal([
      ['banner', 'closed'],
      ['preferences', 'banner'],
    ]);
  });

  it('tells subscribers in the order in which they came, after the change', () => {
    const state = createState(INITIAL);
    const heard: string[] = [];
    state.subscribe(({ view }) => heard.push(`a ${view} ${state.get().view}`));
    state.subscribe(({ view }) => heard.push(`b ${view} ${state.get().view}`));
    heard.length = 0;
    state.set({ view: 'banner' });
    expect(heard).to.deep.equal(['a banner banner', 'b banner banner']);
  });

  it('tells no one who has left, also in the middle of a change', () => {
    const state = createState(INITIAL);
    const heard: string[] = [];
    const leave = state.subscribe(({ view }) => heard.push(`a ${view}`));
    state.subscribe(({ view }) => {
      if (view === 'banner') leaveC();
    });
    const leaveC = state.subscribe(({ view }) => heard.push(`c ${view}`));
    leave();
    heard.length = 0;
    state.set({ view: 'banner' });
    state.set({ view: 'preferences' });
    expect(heard).to.deep.equal([]);
  });
});
