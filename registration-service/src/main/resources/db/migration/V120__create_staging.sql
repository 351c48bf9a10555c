-- Which name an organiser's account goes by, so that colleagues can be told who was quicker.
create table organiser_account (
    actor   text        not null,
    name    text        not null,
    seen_at timestamptz not null,
    constraint pk_organiser_account primary key (actor)
);
comment on column organiser_account.name is
    'personal, of organisers; told to other organisers only; kept as long as the account works on applications';

-- Decisions that organisers have prepared and told nobody. A row takes no seat; it goes when it is released or taken back.
create table staged_decision (
    application_id uuid        not null,
    call_id        uuid        not null,
    decision       text        not null,
    reason_code    text,
    note           text,
    bucket         text,
    step_id        uuid        not null,
    seen_version   bigint      not null,
    staged_by      text        not null,
    staged_at      timestamptz not null,
    version        bigint      not null,
    constraint pk_staged_decision primary key (application_id),
    constraint fk_staged_decision_application_id foreign key (application_id) references application (id)
        on delete cascade,
    constraint fk_staged_decision_call_id foreign key (call_id) references call_for_participation (id),
    constraint ck_staged_decision_decision check (decision in ('ADMIT', 'WAITLIST', 'DECLINE')),
    constraint ck_staged_decision_reason check (decision <> 'DECLINE' or reason_code is not null)
);
create index ix_staged_decision_call_id on staged_decision (call_id, staged_at, application_id);
create index ix_staged_decision_step_id on staged_decision (step_id);
comment on column staged_decision.note is
    'personal; what the person is told with the decision; gone with the row, at release or when it is taken back';

-- What was released together, when and by whom. Counts only.
create table decision_release (
    id          uuid        not null,
    call_id     uuid        not null,
    released_by text        not null,
    released_at timestamptz not null,
    planned     integer     not null,
    admitted    integer     not null,
    waitlisted  integer     not null,
    declined    integer     not null,
    kept        integer     not null,
    finished_at timestamptz,
    version     bigint      not null,
    constraint pk_decision_release primary key (id),
    constraint fk_decision_release_call_id foreign key (call_id) references call_for_participation (id)
);
create index ix_decision_release_call_id on decision_release (call_id, released_at desc, id);
