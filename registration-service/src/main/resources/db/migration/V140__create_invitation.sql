-- People whom a partner city has nominated for its reserved seats. A closed one keeps its row for the balance.
create table invitation (
    id             uuid        not null,
    call_id        uuid        not null,
    workshop_id    uuid        not null,
    city_id        text        not null,
    email          text        not null,
    email_key      text        not null,
    given_name     text,
    family_name    text,
    message        text,
    state          text        not null,
    -- a seat of the city that the person stands in for; it is counted in the bucket's held
    seat_kept      boolean     not null,
    application_id uuid,
    invited_at     timestamptz not null,
    reminded_at    timestamptz,
    remind_at      timestamptz,
    expires_at     timestamptz not null,
    closed_at      timestamptz,
    link_version   integer     not null,
    version        bigint      not null,
    constraint pk_invitation primary key (id),
    constraint fk_invitation_call_id foreign key (call_id) references call_for_participation (id),
    constraint fk_invitation_application_id foreign key (application_id) references application (id) on delete set null,
    constraint ck_invitation_state check (state in ('INVITED', 'ACCEPTED', 'DECLINED', 'REVOKED', 'EXPIRED')),
    constraint ck_invitation_seat_kept check (not seat_kept or state = 'INVITED')
);
-- a city invites an address once at a time; what another city does it cannot learn from here
create unique index uq_invitation_live on invitation (call_id, city_id, email_key) where state = 'INVITED';
create index ix_invitation_call_id_city_id on invitation (call_id, city_id, invited_at, id);
create index ix_invitation_application_id on invitation (application_id);
create index ix_invitation_remind_at on invitation (remind_at) where state = 'INVITED';
create index ix_invitation_expires_at on invitation (expires_at) where state = 'INVITED';
comment on column invitation.email is 'personal; to invite the person; kept as long as the applications of the call';
comment on column invitation.email_key is 'personal; to invite nobody twice; kept as long as the applications of the call';
comment on column invitation.given_name is 'personal; to greet the person; kept as long as the applications of the call';
comment on column invitation.family_name is 'personal; to tell the city whom it invited; kept as long as the applications of the call';
comment on column invitation.message is 'personal; what the city writes to the person; kept as long as the applications of the call';
