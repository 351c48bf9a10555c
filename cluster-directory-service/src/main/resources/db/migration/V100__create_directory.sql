-- Both extensions are trusted: the owner of the database may create them, no superuser is needed.
create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- A text without accents and capitals, so that "bielsko biala" finds "Bielsko-Biała". The dictionary is named, which makes
-- the result independent of the search path, and the function fit for indexes and generated columns.
create function directory_fold(value text) returns text
    language sql immutable strict parallel safe
return lower(unaccent('unaccent'::regdictionary, normalize(value, nfkc)));

-- All words, each as it stands or as the beginning of a longer one. Null when there is no word in it.
create function directory_query(value text) returns tsquery
    language sql immutable strict parallel safe
return (select to_tsquery('simple', string_agg(quote_literal(word) || ':*', ' & '))
        from regexp_split_to_table(directory_fold(value), '[^[:alnum:]]+') as word
        where word <> '');

-- One row: counts the changes of everything that readers can see.
create table directory_revision (
    id         smallint    not null,
    number     bigint      not null,
    changed_at timestamptz not null,
    constraint pk_directory_revision primary key (id),
    constraint ck_directory_revision_one_row check (id = 1)
);
insert into directory_revision (id, number, changed_at) values (1, 0, now());

-- References between entries of one import are checked at its end, so their order in the file does not matter.

create table source (
    id      text not null,
    title   text not null,
    url     text,
    read_on date not null,
    constraint pk_source primary key (id)
);

create table competence (
    id                        text    not null,
    parent_id                 text,
    label                     text    not null,
    key_enabling_technology   boolean not null,
    constraint pk_competence primary key (id),
    constraint fk_competence_parent foreign key (parent_id) references competence deferrable initially deferred,
    constraint ck_competence_own_parent check (parent_id <> id)
);
create index ix_competence_parent_id on competence (parent_id);

-- Every competence with itself and all broader ones.
create view competence_lineage as
with recursive lineage (competence_id, ancestor_id) as (
    select id, id from competence
    union
    select l.competence_id, c.parent_id
    from lineage l
    join competence c on c.id = l.ancestor_id
    where c.parent_id is not null
)
select competence_id, ancestor_id from lineage;

create table nace_section (
    code  text not null,
    label text not null,
    rev21 text not null,
    constraint pk_nace_section primary key (code),
    constraint ck_nace_section_code check (code ~ '^[A-U]$'),
    constraint ck_nace_section_rev21 check (rev21 ~ '^[A-V]$')
);

create table nace_division (
    code         text not null,
    section_code text not null,
    label        text not null,
    rev21        text,
    constraint pk_nace_division primary key (code),
    constraint fk_nace_division_section foreign key (section_code) references nace_section deferrable initially deferred,
    constraint ck_nace_division_code check (code ~ '^[0-9]{2}$'),
    constraint ck_nace_division_rev21 check (rev21 ~ '^[A-V]$')
);
create index ix_nace_division_section_code on nace_division (section_code);

create table ecosystem (
    id                text    not null,
    label             text    not null,
    source_id         text    not null,
    checked_on        date    not null,
    confidence        text    not null,
    uncertain         boolean not null,
    coding_source_id  text    not null,
    coding_checked_on date    not null,
    coding_confidence text    not null,
    coding_uncertain  boolean not null,
    constraint pk_ecosystem primary key (id),
    constraint fk_ecosystem_source foreign key (source_id) references source deferrable initially deferred,
    constraint fk_ecosystem_coding_source foreign key (coding_source_id) references source deferrable initially deferred
);
create index ix_ecosystem_source_id on ecosystem (source_id);
create index ix_ecosystem_coding_source_id on ecosystem (coding_source_id);

create table ecosystem_division (
    ecosystem_id  text not null,
    division_code text not null,
    constraint pk_ecosystem_division primary key (ecosystem_id, division_code),
    constraint fk_ecosystem_division_ecosystem foreign key (ecosystem_id) references ecosystem deferrable initially deferred,
    constraint fk_ecosystem_division_division foreign key (division_code) references nace_division deferrable initially deferred
);
create index ix_ecosystem_division_division_code on ecosystem_division (division_code);

create table objective (
    number integer not null,
    label  text    not null,
    constraint pk_objective primary key (number),
    constraint ck_objective_number check (number between 1 and 17)
);

create table region (
    id              text    not null,
    version         bigint  not null,
    name            text    not null,
    country         text    not null,
    strategy_title  text    not null,
    strategy_period text    not null,
    strategy_note   text,
    source_id       text    not null,
    checked_on      date    not null,
    confidence      text    not null,
    uncertain       boolean not null,
    constraint pk_region primary key (id),
    constraint fk_region_source foreign key (source_id) references source deferrable initially deferred
);
create index ix_region_source_id on region (source_id);

create table region_nuts (
    region_id    text    not null,
    code         text    not null,
    name         text    not null,
    nuts_version integer not null,
    source_id    text    not null,
    checked_on   date    not null,
    confidence   text    not null,
    uncertain    boolean not null,
    constraint pk_region_nuts primary key (region_id, nuts_version, code),
    constraint fk_region_nuts_region foreign key (region_id) references region deferrable initially deferred,
    constraint fk_region_nuts_source foreign key (source_id) references source deferrable initially deferred
);
create index ix_region_nuts_source_id on region_nuts (source_id);

create table region_priority (
    id         text    not null,
    region_id  text    not null,
    position   integer not null,
    label      text    not null,
    kind       text    not null,
    since      integer,
    source_id  text    not null,
    checked_on date    not null,
    confidence text    not null,
    uncertain  boolean not null,
    constraint pk_region_priority primary key (id),
    constraint fk_region_priority_region foreign key (region_id) references region deferrable initially deferred,
    constraint fk_region_priority_source foreign key (source_id) references source deferrable initially deferred
);
create index ix_region_priority_region_id on region_priority (region_id, position);
create index ix_region_priority_source_id on region_priority (source_id);

-- One table holds the tags of every facet; the generated columns tie each code to the taxonomy of its facet.
create table priority_tag (
    priority_id      text    not null,
    facet            text    not null,
    code             text    not null,
    level            integer not null,
    source_id        text    not null,
    checked_on       date    not null,
    confidence       text    not null,
    uncertain        boolean not null,
    division_code    text    generated always as (case when facet in ('ACTIVITY', 'MARKET') then code end) stored,
    competence_id    text    generated always as (case when facet = 'COMPETENCE' then code end) stored,
    ecosystem_id     text    generated always as (case when facet = 'ECOSYSTEM' then code end) stored,
    objective_number integer generated always as (case when facet = 'OBJECTIVE' then code::integer end) stored,
    constraint pk_priority_tag primary key (priority_id, facet, code),
    constraint fk_priority_tag_priority foreign key (priority_id) references region_priority deferrable initially deferred,
    constraint fk_priority_tag_source foreign key (source_id) references source deferrable initially deferred,
    constraint fk_priority_tag_division foreign key (division_code) references nace_division deferrable initially deferred,
    constraint fk_priority_tag_competence foreign key (competence_id) references competence deferrable initially deferred,
    constraint fk_priority_tag_ecosystem foreign key (ecosystem_id) references ecosystem deferrable initially deferred,
    constraint fk_priority_tag_objective foreign key (objective_number) references objective deferrable initially deferred,
    constraint ck_priority_tag_facet check (facet in ('ACTIVITY', 'COMPETENCE', 'ECOSYSTEM', 'OBJECTIVE')),
    constraint ck_priority_tag_level check (level between 1 and 3),
    constraint ck_priority_tag_confidence check (confidence in ('DOCUMENTED', 'STATED', 'INFERRED'))
);
create index ix_priority_tag_source_id on priority_tag (source_id);
create index ix_priority_tag_division_code on priority_tag (division_code);
create index ix_priority_tag_competence_id on priority_tag (competence_id);
create index ix_priority_tag_ecosystem_id on priority_tag (ecosystem_id);
create index ix_priority_tag_objective_number on priority_tag (objective_number);

create table city (
    id                      text             not null,
    version                 bigint           not null,
    name                    text             not null,
    country                 text             not null,
    role                    text             not null,
    organisation_name       text             not null,
    organisation_source_id  text             not null,
    organisation_checked_on date             not null,
    organisation_confidence text             not null,
    organisation_uncertain  boolean          not null,
    latitude                double precision not null,
    longitude               double precision not null,
    place_source_id         text             not null,
    place_checked_on        date             not null,
    place_confidence        text             not null,
    place_uncertain         boolean          not null,
    region_id               text             not null,
    constraint pk_city primary key (id),
    constraint fk_city_organisation_source foreign key (organisation_source_id) references source deferrable initially deferred,
    constraint fk_city_place_source foreign key (place_source_id) references source deferrable initially deferred,
    constraint fk_city_region foreign key (region_id) references region deferrable initially deferred,
    constraint ck_city_role check (role in ('LEAD', 'PARTNER')),
    constraint ck_city_latitude check (latitude between -90 and 90),
    constraint ck_city_longitude check (longitude between -180 and 180)
);
create index ix_city_region_id on city (region_id);
create index ix_city_organisation_source_id on city (organisation_source_id);
create index ix_city_place_source_id on city (place_source_id);

create table city_nuts (
    city_id      text    not null,
    code         text    not null,
    name         text    not null,
    nuts_version integer not null,
    source_id    text    not null,
    checked_on   date    not null,
    confidence   text    not null,
    uncertain    boolean not null,
    constraint pk_city_nuts primary key (city_id, nuts_version, code),
    constraint fk_city_nuts_city foreign key (city_id) references city deferrable initially deferred,
    constraint fk_city_nuts_source foreign key (source_id) references source deferrable initially deferred
);
create index ix_city_nuts_source_id on city_nuts (source_id);

create table cluster (
    id            text     not null,
    version       bigint   not null,
    name          text     not null,
    kind          text     not null,
    city_id       text,
    country       text     not null,
    summary       text     not null,
    keywords      text     not null,
    -- written by refreshSearchTexts from the view below
    search_text   text     not null default '',
    search_vector tsvector not null generated always as (
        setweight(to_tsvector('simple', directory_fold(name)), 'A')
        || setweight(to_tsvector('simple', directory_fold(search_text)), 'C')) stored,
    constraint pk_cluster primary key (id),
    constraint fk_cluster_city foreign key (city_id) references city deferrable initially deferred,
    constraint ck_cluster_kind check (kind in ('CLUSTER_ORGANISATION', 'INITIATIVE', 'SECTOR'))
);
create index ix_cluster_city_id on cluster (city_id);
create index ix_cluster_name on cluster (directory_fold(name), id);
create index ix_cluster_search_vector on cluster using gin (search_vector);
create index ix_cluster_search_text on cluster using gin (directory_fold(search_text) gin_trgm_ops);

create table cluster_figure (
    cluster_id       text    not null,
    measure          text    not null,
    amount           integer not null,
    amount_precision text    not null,
    as_of            integer,
    source_id        text    not null,
    checked_on       date    not null,
    confidence       text    not null,
    uncertain        boolean not null,
    constraint uq_cluster_figure unique nulls not distinct (cluster_id, measure, as_of, source_id),
    constraint fk_cluster_figure_cluster foreign key (cluster_id) references cluster deferrable initially deferred,
    constraint fk_cluster_figure_source foreign key (source_id) references source deferrable initially deferred,
    constraint ck_cluster_figure_measure check (measure in ('MEMBERS', 'JOBS', 'HEAD_OFFICES')),
    constraint ck_cluster_figure_amount check (amount >= 0),
    constraint ck_cluster_figure_precision check (amount_precision in ('EXACT', 'ABOUT', 'AT_LEAST'))
);
create index ix_cluster_figure_source_id on cluster_figure (source_id);

create table cluster_tag (
    cluster_id       text    not null,
    facet            text    not null,
    code             text    not null,
    level            integer not null,
    source_id        text    not null,
    checked_on       date    not null,
    confidence       text    not null,
    uncertain        boolean not null,
    division_code    text    generated always as (case when facet in ('ACTIVITY', 'MARKET') then code end) stored,
    competence_id    text    generated always as (case when facet = 'COMPETENCE' then code end) stored,
    objective_number integer generated always as (case when facet = 'OBJECTIVE' then code::integer end) stored,
    constraint pk_cluster_tag primary key (cluster_id, facet, code),
    constraint fk_cluster_tag_cluster foreign key (cluster_id) references cluster deferrable initially deferred,
    constraint fk_cluster_tag_source foreign key (source_id) references source deferrable initially deferred,
    constraint fk_cluster_tag_division foreign key (division_code) references nace_division deferrable initially deferred,
    constraint fk_cluster_tag_competence foreign key (competence_id) references competence deferrable initially deferred,
    constraint fk_cluster_tag_objective foreign key (objective_number) references objective deferrable initially deferred,
    constraint ck_cluster_tag_facet check (facet in ('ACTIVITY', 'COMPETENCE', 'MARKET', 'OBJECTIVE', 'SCALE')),
    constraint ck_cluster_tag_level check (level between 1 and 3),
    constraint ck_cluster_tag_confidence check (confidence in ('DOCUMENTED', 'STATED', 'INFERRED'))
);
create index ix_cluster_tag_facet_code on cluster_tag (facet, code, cluster_id);
create index ix_cluster_tag_source_id on cluster_tag (source_id);
create index ix_cluster_tag_division_code on cluster_tag (division_code);
create index ix_cluster_tag_competence_id on cluster_tag (competence_id);
create index ix_cluster_tag_objective_number on cluster_tag (objective_number);

-- A cluster belongs to the ecosystems of its activities of weight 2 or 3; a sideline does not make it part of one.
create view cluster_ecosystem as
select distinct t.cluster_id, d.ecosystem_id
from cluster_tag t
join ecosystem_division d on d.division_code = t.code
where t.facet = 'ACTIVITY' and t.level >= 2;

-- What a cluster can be found by: its own words, its city and region, and what it does and is good at, broader terms included.
create view cluster_search_text as
select c.id as cluster_id,
       concat_ws(' ', c.name, c.summary, c.keywords, city.name, region.name,
           (select string_agg(d.label, ' ' order by d.code)
            from cluster_tag t
            join nace_division d on d.code = t.code
            where t.cluster_id = c.id and t.facet = 'ACTIVITY'),
           (select string_agg(k.label, ' ' order by k.id)
            from competence k
            where k.id in (select l.ancestor_id
                           from cluster_tag t
                           join competence_lineage l on l.competence_id = t.code
                           where t.cluster_id = c.id and t.facet = 'COMPETENCE'))) as search_text
from cluster c
left join city on city.id = c.city_id
left join region on region.id = city.region_id;

-- Who brought in which data, and what became of each entry.
create table reference_import (
    id           uuid        not null,
    data_version text        not null,
    imported_at  timestamptz not null,
    actor        text        not null,
    constraint pk_reference_import primary key (id)
);
create index ix_reference_import_imported_at on reference_import (imported_at desc, id);

create table reference_import_entry (
    import_id uuid    not null,
    line      integer not null,
    kind      text    not null,
    object_id text    not null,
    change    text    not null,
    constraint pk_reference_import_entry primary key (import_id, kind, object_id),
    constraint fk_reference_import_entry_import foreign key (import_id) references reference_import deferrable initially deferred,
    constraint ck_reference_import_entry_change check (change in ('CREATED', 'UPDATED', 'UNCHANGED'))
);

-- The programme as this service remembers it. The city may come later than its workshop, so there is no reference.
create table hosted_workshop (
    workshop_id  uuid        not null,
    slug         text        not null,
    title        text        not null,
    theme        text        not null,
    host_city_id text        not null,
    starts_at    timestamptz not null,
    ends_at      timestamptz not null,
    zone         text        not null,
    constraint pk_hosted_workshop primary key (workshop_id)
);
create index ix_hosted_workshop_host_city_id on hosted_workshop (host_city_id, starts_at);
