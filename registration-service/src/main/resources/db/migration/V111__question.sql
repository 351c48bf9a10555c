-- What a call asks beyond what every applicant is asked.
create table question (
    id             uuid    not null,
    call_id        uuid    not null,
    key            text    not null,
    type           text    not null,
    label          text    not null,
    help           text,
    required       boolean not null,
    choices        text[]  not null,
    purpose        text    not null,
    retention_days integer not null,
    moment         text    not null,
    position       integer not null,
    retired        boolean not null,
    version        bigint  not null,
    constraint pk_question primary key (id),
    constraint uq_question_key unique (call_id, key),
    constraint fk_question_call_id foreign key (call_id) references call_for_participation (id),
    constraint ck_question_type check (type in ('TEXT', 'CHOICE', 'MULTI_CHOICE', 'YES_NO', 'DATE')),
    constraint ck_question_moment check (moment in ('APPLICATION', 'AFTER_ADMISSION')),
    constraint ck_question_retention_days check (retention_days >= 0)
);

create table answer (
    application_id uuid        not null,
    question_id    uuid        not null,
    given          text[]      not null,
    answered_at    timestamptz not null,
    constraint pk_answer primary key (application_id, question_id),
    constraint fk_answer_application_id foreign key (application_id) references application (id) on delete cascade,
    constraint fk_answer_question_id foreign key (question_id) references question (id),
    constraint ck_answer_given check (cardinality(given) > 0)
);
create index ix_answer_question_id on answer (question_id);
comment on column answer.given is
    'Personal. Kept for question.retention_days after the end of the workshop, then deleted (ForgetAnswers).';
