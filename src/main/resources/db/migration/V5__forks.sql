-- A fork is a run of its own: which run it came from, at which event, and what was changed, in words.
alter table run add column parent text;
alter table run add column parent_event integer not null default 0;
alter table run add column changed text not null default '';

-- Inputs with which states are entered in place of what led to them, by the event with which they are entered.
alter table run add column substitutes text not null default '{}';
