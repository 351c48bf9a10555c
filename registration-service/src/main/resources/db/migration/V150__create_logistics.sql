-- What organisers have laid down for the time after admission; without a freeze time nothing is asked yet.
create table logistics_setting (
    call_id   uuid        not null,
    freeze_at timestamptz,
    version   bigint      not null,
    constraint pk_logistics_setting primary key (call_id),
    constraint fk_logistics_setting_call_id foreign key (call_id) references call_for_participation (id)
);

-- Something that people with a place may choose: a meal, a dinner, a visit or a bus. taken counts people and their companions;
-- nothing but the class LogisticsOptions writes taken and place_limit.
create table logistics_option (
    id                uuid        not null,
    call_id           uuid        not null,
    kind              text        not null,
    title             text        not null,
    starts_at         timestamptz not null,
    meeting_point     text,
    companions_welcome boolean     not null,
    place_limit       integer,
    taken             integer     not null default 0,
    version           bigint      not null,
    constraint pk_logistics_option primary key (id),
    constraint fk_logistics_option_call_id foreign key (call_id) references call_for_participation (id),
    constraint ck_logistics_option_kind check (kind in ('MEAL', 'DINNER', 'VISIT', 'BUS')),
    -- the last word on one too many on the bus, whatever the code does
    constraint ck_logistics_option_taken check (taken >= 0 and (place_limit is null or taken <= place_limit))
);
create index ix_logistics_option_call_id on logistics_option (call_id, starts_at, id);

-- When and how a person with a place travels, and what they have answered so far.
create table logistics (
    application_id      uuid        not null,
    call_id             uuid        not null,
    arrival_at          timestamptz,
    arrival_by          text,
    arrival_details     text,
    departure_at        timestamptz,
    departure_by        text,
    departure_details   text,
    photo_consent       boolean,
    travel_answered_at  timestamptz,
    choices_answered_at timestamptz,
    needs_answered_at   timestamptz,
    photo_answered_at   timestamptz,
    version             bigint      not null,
    constraint pk_logistics primary key (application_id),
    constraint fk_logistics_application_id foreign key (application_id) references application (id) on delete cascade,
    constraint ck_logistics_arrival_by check (arrival_by in ('PLANE', 'TRAIN', 'COACH', 'CAR', 'LOCAL', 'OTHER')),
    constraint ck_logistics_departure_by check (departure_by in ('PLANE', 'TRAIN', 'COACH', 'CAR', 'LOCAL', 'OTHER')),
    constraint ck_logistics_stay check (arrival_at < departure_at)
);
create index ix_logistics_call_id on logistics (call_id);
comment on column logistics.arrival_at is 'personal; to plan buses and transfers; emptied 30 days after the workshop (infocus.retention.logistics)';
comment on column logistics.arrival_details is 'personal; to find the person when a plane or train is late; emptied with arrival_at';
comment on column logistics.departure_at is 'personal; to plan buses and transfers; emptied with arrival_at';
comment on column logistics.departure_details is 'personal; as for the arrival; emptied with arrival_at';
comment on column logistics.photo_consent is 'personal; proof of consent; emptied when the person is erased';

-- What a person comes along to; each row takes 1 + companions places of its option.
create table logistics_choice (
    application_id uuid    not null,
    option_id      uuid    not null,
    companions     integer not null,
    constraint pk_logistics_choice primary key (application_id, option_id),
    constraint fk_logistics_choice_application_id foreign key (application_id) references logistics (application_id) on delete cascade,
    constraint fk_logistics_choice_option_id foreign key (option_id) references logistics_option (id),
    constraint ck_logistics_choice_companions check (companions between 0 and 4)
);
create index ix_logistics_choice_option_id on logistics_choice (option_id);

-- Diet and access needs can tell of health and belief (GDPR, Article 9): a table of their own, with explicit consent, for the kitchen
-- and the venue only, deleted soon after the workshop.
create table logistics_need (
    application_id uuid        not null,
    call_id        uuid        not null,
    diets          text[]      not null,
    diet_note      text,
    access_needs   text[]      not null,
    access_note    text,
    consented_at   timestamptz not null,
    changed_at     timestamptz not null,
    erase_after    timestamptz not null,
    version        bigint      not null,
    constraint pk_logistics_need primary key (application_id),
    constraint fk_logistics_need_application_id foreign key (application_id) references application (id) on delete cascade
);
create index ix_logistics_need_call_id on logistics_need (call_id);
create index ix_logistics_need_erase_after on logistics_need (erase_after);
comment on table logistics_need is 'personal, special category; for caterers and venues of this workshop; each row is deleted at erase_after';

-- After the freeze time a person asks for other places, and organisers accept or refuse.
create table logistics_change_request (
    id             uuid        not null,
    call_id        uuid        not null,
    application_id uuid        not null,
    state          text        not null,
    message        text,
    answer         text,
    requested_at   timestamptz not null,
    decided_at     timestamptz,
    version        bigint      not null,
    constraint pk_logistics_change_request primary key (id),
    constraint fk_logistics_change_request_application_id foreign key (application_id) references application (id) on delete cascade,
    constraint ck_logistics_change_request_state check (state in ('OPEN', 'ACCEPTED', 'REFUSED', 'TAKEN_BACK'))
);
-- one at a time
create unique index uq_logistics_change_request_open on logistics_change_request (application_id) where state = 'OPEN';
create index ix_logistics_change_request_call_id on logistics_change_request (call_id, state, requested_at, id);
create index ix_logistics_change_request_application_id on logistics_change_request (application_id, requested_at);
comment on column logistics_change_request.message is 'personal; for the organisers'' decision; emptied with the travel data';
comment on column logistics_change_request.answer is 'personal; what the organisers say with their decision; emptied with the travel data';

create table logistics_change_choice (
    request_id uuid    not null,
    option_id  uuid    not null,
    companions integer not null,
    constraint pk_logistics_change_choice primary key (request_id, option_id),
    constraint fk_logistics_change_choice_request_id foreign key (request_id) references logistics_change_request (id) on delete cascade,
    constraint fk_logistics_change_choice_option_id foreign key (option_id) references logistics_option (id) on delete cascade,
    constraint ck_logistics_change_choice_companions check (companions between 0 and 4)
);
create index ix_logistics_change_choice_option_id on logistics_change_choice (option_id);
