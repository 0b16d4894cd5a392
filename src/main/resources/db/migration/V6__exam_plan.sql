-- The day on which a learner sits the exam, if they said so.
create table exam_plan (
    learner text primary key,
    exam_on text not null,
    set_at text not null
);
