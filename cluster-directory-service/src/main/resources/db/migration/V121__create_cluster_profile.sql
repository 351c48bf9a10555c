-- What a city's own people say about their cluster, beyond its coding: the public part of the profile, no person in it.
alter table cluster
    add column details      jsonb,
    add column confirmed_on date,
    add column stale        boolean not null default false;

-- The profile as the city's people write it. The directory shows a cluster only once one has been published.
-- content.contact (name and address of a contact person) is personal data: seen by the city's editors and organisers only, never
-- published; it is replaced or emptied by the editors, and goes with the profile.
-- changed_by_name is the account's name of who changed it last; retention: emptied 24 months after the change.
create table cluster_profile (
    id                text        not null,
    version           bigint      not null,
    city_id           text        not null,
    state             text        not null,
    content           jsonb       not null,
    published_content jsonb,
    confirmed_on      date,
    submitted_at      timestamptz,
    review_note       text,
    changed_at        timestamptz not null,
    changed_by        text        not null,
    changed_by_name   text,
    constraint pk_cluster_profile primary key (id),
    constraint fk_cluster_profile_city foreign key (city_id) references city deferrable initially deferred,
    constraint ck_cluster_profile_state check (state in ('FORMING', 'DRAFT', 'SUBMITTED', 'PUBLISHED', 'STALE')),
    constraint ck_cluster_profile_published
        check (state not in ('PUBLISHED', 'STALE') or (published_content is not null and confirmed_on is not null))
);
create index ix_cluster_profile_city_id on cluster_profile (city_id, id);
create index ix_cluster_profile_state on cluster_profile (state, submitted_at, id);
create index ix_cluster_profile_confirmed_on on cluster_profile (confirmed_on);

-- What happened to a profile, who did it, and which fields were before and after; of the contact person only that it changed.
-- by_name is the account's name; retention: emptied 24 months after the change.
create table cluster_profile_change (
    id         uuid        not null,
    profile_id text        not null,
    at         timestamptz not null,
    actor      text        not null,
    by_name    text,
    action     text        not null,
    note       text,
    fields     jsonb       not null,
    constraint pk_cluster_profile_change primary key (id),
    constraint fk_cluster_profile_change_profile foreign key (profile_id) references cluster_profile on delete cascade
);
create index ix_cluster_profile_change_profile_id on cluster_profile_change (profile_id, at desc, id desc);
create index ix_cluster_profile_change_at on cluster_profile_change (at) where by_name is not null;

-- What a city has published is kept by an import and said so.
alter table reference_import_entry
    drop constraint ck_reference_import_entry_change,
    add constraint ck_reference_import_entry_change check (change in ('CREATED', 'UPDATED', 'UNCHANGED', 'KEPT'));
