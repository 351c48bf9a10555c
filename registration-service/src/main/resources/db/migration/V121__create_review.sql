-- What organisers think of an application: one vote each.
create table application_vote (
    application_id uuid        not null,
    voter          text        not null,
    call_id        uuid        not null,
    opinion        text        not null,
    cast_at        timestamptz not null,
    constraint pk_application_vote primary key (application_id, voter),
    constraint fk_application_vote_application_id foreign key (application_id) references application (id)
        on delete cascade,
    constraint fk_application_vote_call_id foreign key (call_id) references call_for_participation (id),
    constraint ck_application_vote_opinion check (opinion in ('YES', 'MAYBE', 'NO'))
);
create index ix_application_vote_call_id on application_vote (call_id, application_id);
create index ix_application_vote_voter on application_vote (voter, application_id);

-- What organisers write to each other about an application. Never changed.
create table application_comment (
    id             uuid        not null,
    application_id uuid        not null,
    author         text        not null,
    text           text        not null,
    written_at     timestamptz not null,
    constraint pk_application_comment primary key (id),
    constraint fk_application_comment_application_id foreign key (application_id) references application (id)
        on delete cascade
);
create index ix_application_comment_application_id on application_comment (application_id, written_at, id);
comment on column application_comment.text is
    'personal, about the applicant; for organisers to decide; gone with the application, or when the person is erased';

-- Whom organisers know from earlier workshops.
create index ix_application_email_key on application (email_key);

-- A list as an organiser likes to see it. What was searched for is not part of it: it may be a name.
create table saved_view (
    id         uuid        not null,
    owner      text        not null,
    name       text        not null,
    shared     boolean     not null,
    state      text,
    city       text,
    profile    text,
    staged     text,
    unvoted    boolean     not null,
    sort       text        not null,
    created_at timestamptz not null,
    version    bigint      not null,
    constraint pk_saved_view primary key (id),
    constraint uq_saved_view_owner_name unique (owner, name)
);
create index ix_saved_view_shared on saved_view (name, id) where shared;
