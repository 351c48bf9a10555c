-- Workshop mode. People are known here by the id of their application only; their names stay with registration-service.
create table workshop_attendee (
    application_id uuid not null,
    workshop_id    uuid not null,
    city_id        text,
    constraint pk_workshop_attendee primary key (application_id)
);
create index ix_workshop_attendee_workshop_id on workshop_attendee (workshop_id, application_id);

create table meeting_day (
    workshop_id  uuid        not null,
    version      bigint      not null,
    slots        integer     not null,
    minutes      integer     not null,
    starts_at    timestamptz,
    tables       integer     not null,
    chairs       integer     not null,
    planned_at   timestamptz,
    constraint pk_meeting_day primary key (workshop_id),
    constraint ck_meeting_day_slots check (slots between 1 and 12),
    constraint ck_meeting_day_minutes check (minutes between 5 and 120),
    constraint ck_meeting_day_tables check (tables between 1 and 100),
    constraint ck_meeting_day_chairs check (chairs between 1 and 100)
);

-- Clusters that are represented in the room.
create table meeting_cluster (
    workshop_id uuid not null,
    cluster_id  text not null,
    constraint pk_meeting_cluster primary key (workshop_id, cluster_id),
    constraint fk_meeting_cluster_day foreign key (workshop_id) references meeting_day,
    constraint fk_meeting_cluster_cluster foreign key (cluster_id) references cluster deferrable initially deferred
);
create index ix_meeting_cluster_cluster_id on meeting_cluster (cluster_id);

-- People who take part without an application, named as the public programme names them.
create table meeting_contributor (
    workshop_id uuid not null,
    person      text not null,
    label       text not null,
    city_id     text,
    constraint pk_meeting_contributor primary key (workshop_id, person),
    constraint fk_meeting_contributor_day foreign key (workshop_id) references meeting_day
);

-- What somebody in the room offers and needs: person = application id or contributor key, or the id of a cluster.
create table meeting_wish (
    workshop_id uuid    not null,
    side        text    not null,
    subject     text    not null,
    kind        text    not null,
    facet       text    not null,
    code        text    not null,
    constraint pk_meeting_wish primary key (workshop_id, side, subject, kind, facet, code),
    constraint fk_meeting_wish_day foreign key (workshop_id) references meeting_day,
    constraint ck_meeting_wish_side check (side in ('PERSON', 'CLUSTER')),
    constraint ck_meeting_wish_kind check (kind in ('OFFER', 'NEED')),
    constraint ck_meeting_wish_facet check (facet in ('ACTIVITY', 'COMPETENCE'))
);

create table meeting (
    workshop_id uuid    not null,
    person      text    not null,
    cluster_id  text    not null,
    slot        integer not null,
    constraint pk_meeting primary key (workshop_id, person, cluster_id),
    constraint uq_meeting_person_slot unique (workshop_id, person, slot),
    constraint uq_meeting_cluster_slot unique (workshop_id, cluster_id, slot),
    constraint fk_meeting_day foreign key (workshop_id) references meeting_day
);

create table meeting_chair (
    workshop_id uuid not null,
    person      text not null,
    cluster_id  text not null,
    constraint pk_meeting_chair primary key (workshop_id, person),
    constraint fk_meeting_chair_day foreign key (workshop_id) references meeting_day
);
