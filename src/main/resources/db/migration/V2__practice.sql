-- A sitting is a set of questions that somebody works through: a practice round or a mock exam.
create table sitting (
    id text primary key,
    learner text not null,
    mode text not null,
    about text not null,
    seed integer not null,
    started_at text not null,
    ends_at text,
    finished_at text
);
create index sitting_of_learner on sitting (learner, started_at);

-- One question of a sitting, and the answer to it if there is one. Each place is answered once.
create table sitting_item (
    sitting_id text not null references sitting (id) on delete cascade,
    place integer not null,
    question text not null,
    concept text not null,
    chosen text not null,
    confidence integer not null,
    correct integer not null,
    flagged integer not null,
    answered_at text,
    primary key (sitting_id, place)
);

-- What FSRS remembers about one card of one learner.
create table card_state (
    learner text not null,
    card text not null,
    stability real not null,
    difficulty real not null,
    reviews integer not null,
    lapses integer not null,
    reviewed_at text not null,
    due_at text not null,
    primary key (learner, card)
);

create table card_review (
    learner text not null,
    card text not null,
    number integer not null,
    recalled integer not null,
    expected real not null,
    reviewed_at text not null,
    primary key (learner, card, number)
);

-- Lets another device become the same learner: short-lived, and used once.
create table device_code (
    digest text primary key,
    learner text not null,
    expires_at text not null
);
