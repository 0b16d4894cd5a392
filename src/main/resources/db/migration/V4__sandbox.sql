-- Answers that a test case of a mock file gives to the tasks of a run, in place of the account.
alter table run add column mocks text not null default '{}';

-- Something built in the sandbox, under an address that can be shared. It is never changed: saving again makes another one.
create table saved_sandbox (
    id text primary key,
    learner text not null,
    definition text not null,
    input text not null,
    world text not null,
    faults text not null,
    mocks text not null,
    saved_at text not null
);
create index saved_sandbox_of_learner on saved_sandbox (learner, saved_at);
