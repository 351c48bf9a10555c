create table series (
    id uuid not null,
    slug text not null,
    title text not null,
    version bigint not null,
    constraint pk_series primary key (id),
    constraint uq_series_slug unique (slug)
);

create table workshop (
    id uuid not null,
    series_id uuid not null,
    number_in_series integer not null,
    slug text not null,
    title text not null,
    theme text not null,
    summary text not null,
    host_city_id text not null,
    city text not null,
    country text not null,
    zone text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    details jsonb not null,
    latest_release integer,
    version bigint not null,
    constraint pk_workshop primary key (id),
    constraint uq_workshop_slug unique (slug),
    constraint fk_workshop_series_id foreign key (series_id) references series (id),
    constraint ck_workshop_ends_after_start check (ends_at > starts_at),
    constraint ck_workshop_latest_release check (latest_release > 0)
);

create index ix_workshop_series_id on workshop (series_id);
create index ix_workshop_starts_at_id on workshop (starts_at, id);

-- One row per version: the draft (number is null) and the released ones. The programme is a document that is read,
-- compared and released as a whole.
create table programme_version (
    id uuid not null,
    workshop_id uuid not null,
    number integer,
    revision bigint not null,
    programme jsonb not null,
    changed_at timestamptz not null,
    released_at timestamptz,
    version bigint not null,
    constraint pk_programme_version primary key (id),
    constraint uq_programme_version_workshop_id_number unique nulls not distinct (workshop_id, number),
    constraint fk_programme_version_workshop_id foreign key (workshop_id) references workshop (id),
    constraint ck_programme_version_number check (number > 0),
    constraint ck_programme_version_released check ((number is null) = (released_at is null))
);

-- What people were told stays what they were told.
create function refuse_change_of_released_programme() returns trigger language plpgsql as $$
begin
    raise exception 'release % of workshop % never changes', old.number, old.workshop_id
        using errcode = 'integrity_constraint_violation';
end
$$;

create trigger programme_version_released_never_changes
    before update or delete on programme_version
    for each row when (old.number is not null)
    execute function refuse_change_of_released_programme();
