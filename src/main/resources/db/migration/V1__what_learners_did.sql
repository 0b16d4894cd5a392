-- A run is kept as its causes; its history is computed again when somebody looks at it.
create table run (
    id text primary key,
    learner text not null,
    scenario text,
    definition text not null,
    input text not null,
    world text not null,
    faults text not null,
    answers text not null,
    seed integer not null,
    started_at text not null,
    event_count integer not null,
    history_hash text not null
);
create index run_of_learner on run (learner, started_at);

-- What somebody outside the simulated world did to a run, in order. A token is answered once.
create table run_signal (
    run_id text not null references run (id) on delete cascade,
    seq integer not null,
    kind text not null,
    token text,
    payload text,
    given_at text not null,
    primary key (run_id, seq),
    unique (run_id, token)
);

create table attempt (
    id text primary key,
    learner text not null,
    scenario text not null,
    scenario_version integer not null,
    definition text not null,
    passed integer not null,
    failed_outcomes text not null,
    submitted_at text not null
);
create index attempt_of_learner on attempt (learner, scenario, submitted_at);

create table draft (
    learner text not null,
    place text not null,
    definition text not null,
    saved_at text not null,
    primary key (learner, place)
);
