-- How the waiting list of a call works; a call without a row has the defaults and makes no offers by itself.
create table waiting_list (
    call_id       uuid    not null,
    running       boolean not null,
    offer_hours   integer not null,
    cut_off_hours integer not null,
    version       bigint  not null,
    constraint pk_waiting_list primary key (call_id),
    constraint fk_waiting_list_call_id foreign key (call_id) references call_for_participation (id),
    constraint ck_waiting_list_offer_hours check (offer_hours > 0),
    constraint ck_waiting_list_cut_off_hours check (cut_off_hours >= 0)
);

-- What moves a person on the list besides balance and time; a person without a row has nothing of the kind.
create table waiting_entry (
    application_id uuid    not null,
    priority       integer not null default 0,
    passed         integer not null default 0,
    first_at       timestamptz,
    first_reason   text,
    version        bigint  not null default 0,
    constraint pk_waiting_entry primary key (application_id),
    constraint fk_waiting_entry_application_id foreign key (application_id) references application (id) on delete cascade,
    constraint ck_waiting_entry_priority check (priority between 0 and 9),
    constraint ck_waiting_entry_passed check (passed >= 0),
    constraint ck_waiting_entry_first check (first_at is null or first_reason is not null)
);
comment on column waiting_entry.passed is 'how many offers to the person came to nothing: declined, lapsed or taken back';
comment on column waiting_entry.first_reason is 'personal; why organisers put the person first; kept to decide, see WaitingPersonalData';

-- Seats that are or were held for somebody on the list. An application is OFFERED exactly while it has an open one.
create table seat_offer (
    id             uuid        not null,
    call_id        uuid        not null,
    application_id uuid        not null,
    bucket         text        not null,
    state          text        not null,
    offered_at     timestamptz not null,
    expires_at     timestamptz not null,
    settled_at     timestamptz,
    version        bigint      not null,
    constraint pk_seat_offer primary key (id),
    constraint fk_seat_offer_call_id foreign key (call_id) references call_for_participation (id),
    constraint fk_seat_offer_application_id foreign key (application_id) references application (id) on delete cascade,
    constraint ck_seat_offer_state check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'LAPSED', 'CANCELLED')),
    constraint ck_seat_offer_settled check ((settled_at is null) = (state = 'OPEN')),
    constraint ck_seat_offer_deadline check (offered_at < expires_at)
);
create unique index uq_seat_offer_open on seat_offer (application_id) where state = 'OPEN';
create index ix_seat_offer_application_id on seat_offer (application_id, offered_at);
create index ix_seat_offer_call_id on seat_offer (call_id, offered_at, id);
create index ix_seat_offer_due on seat_offer (expires_at) where state = 'OPEN';
