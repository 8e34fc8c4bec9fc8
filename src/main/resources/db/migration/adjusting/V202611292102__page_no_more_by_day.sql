-- adjustment_state has taken its place. In a script of its own, for dropping it shuts everybody out.
drop index adjusting.adjustment_desk;
