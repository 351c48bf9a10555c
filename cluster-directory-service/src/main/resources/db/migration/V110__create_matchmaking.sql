-- What the matching model builds on beside the taxonomies. References are checked at the end of an import, as in V100.
create table lever (
    id            text    not null,
    competence_id text    not null,
    division_code text    not null,
    strength      text    not null,
    source_id     text    not null,
    checked_on    date    not null,
    confidence    text    not null,
    uncertain     boolean not null,
    constraint pk_lever primary key (id),
    constraint uq_lever_codes unique (competence_id, division_code),
    constraint fk_lever_competence foreign key (competence_id) references competence deferrable initially deferred,
    constraint fk_lever_division foreign key (division_code) references nace_division deferrable initially deferred,
    constraint fk_lever_source foreign key (source_id) references source deferrable initially deferred,
    constraint ck_lever_strength check (strength in ('DOCUMENTED', 'ACCEPTED'))
);
create index ix_lever_division_code on lever (division_code);
create index ix_lever_source_id on lever (source_id);

create table relatedness (
    id            text    not null,
    facet         text    not null,
    one           text    not null,
    other         text    not null,
    similarity    numeric not null,
    channel       text    not null,
    source_id     text    not null,
    checked_on    date    not null,
    confidence    text    not null,
    uncertain     boolean not null,
    one_division     text generated always as (case when facet = 'ACTIVITY' then one end) stored,
    other_division   text generated always as (case when facet = 'ACTIVITY' then other end) stored,
    one_competence   text generated always as (case when facet = 'COMPETENCE' then one end) stored,
    other_competence text generated always as (case when facet = 'COMPETENCE' then other end) stored,
    constraint pk_relatedness primary key (id),
    constraint fk_relatedness_one_division foreign key (one_division) references nace_division deferrable initially deferred,
    constraint fk_relatedness_other_division foreign key (other_division) references nace_division deferrable initially deferred,
    constraint fk_relatedness_one_competence foreign key (one_competence) references competence deferrable initially deferred,
    constraint fk_relatedness_other_competence foreign key (other_competence) references competence deferrable initially deferred,
    constraint fk_relatedness_source foreign key (source_id) references source deferrable initially deferred,
    constraint ck_relatedness_facet check (facet in ('ACTIVITY', 'COMPETENCE')),
    constraint ck_relatedness_order check (one < other),
    constraint ck_relatedness_similarity check (similarity between 0 and 1)
);
create index ix_relatedness_one_division on relatedness (one_division);
create index ix_relatedness_other_division on relatedness (other_division);
create index ix_relatedness_one_competence on relatedness (one_competence);
create index ix_relatedness_other_competence on relatedness (other_competence);
create index ix_relatedness_source_id on relatedness (source_id);

create table partnership (
    id         text    not null,
    label      text    not null,
    kind       text    not null,
    since      integer,
    note       text,
    source_id  text    not null,
    checked_on date    not null,
    confidence text    not null,
    uncertain  boolean not null,
    constraint pk_partnership primary key (id),
    constraint fk_partnership_source foreign key (source_id) references source deferrable initially deferred,
    constraint ck_partnership_kind check (kind in ('ALLIANCE', 'CROSS'))
);
create index ix_partnership_source_id on partnership (source_id);

create table partnership_member (
    partnership_id text    not null,
    cluster_id     text    not null,
    counterpart    boolean not null,
    constraint pk_partnership_member primary key (partnership_id, cluster_id),
    constraint fk_partnership_member_partnership foreign key (partnership_id) references partnership deferrable initially deferred,
    constraint fk_partnership_member_cluster foreign key (cluster_id) references cluster deferrable initially deferred
);
create index ix_partnership_member_cluster_id on partnership_member (cluster_id);

create table knowledge_service (
    division_code text    not null,
    service_group text    not null,
    source_id     text    not null,
    checked_on    date    not null,
    confidence    text    not null,
    uncertain     boolean not null,
    constraint pk_knowledge_service primary key (division_code),
    constraint fk_knowledge_service_division foreign key (division_code) references nace_division deferrable initially deferred,
    constraint fk_knowledge_service_source foreign key (source_id) references source deferrable initially deferred,
    constraint ck_knowledge_service_group check (service_group in ('TECHNICAL', 'PROFESSIONAL', 'CREATIVE'))
);
create index ix_knowledge_service_source_id on knowledge_service (source_id);

-- The models this directory has computed with. A new one is a change that readers can see.
create table matching_model (
    version text        not null,
    since   timestamptz not null,
    constraint pk_matching_model primary key (version)
);

-- What was explained to somebody: the answer as it was, so that it can still be explained when model and data have moved on.
-- The names of clusters and priorities stand in the answer; there is no reference, because they may be gone.
create table match_result (
    id            uuid        not null,
    measure       text        not null,
    from_id       text        not null,
    to_id         text        not null,
    score         double precision not null,
    model_version text        not null,
    data_version  text        not null,
    computed_at   timestamptz not null,
    explanation   jsonb       not null,
    constraint pk_match_result primary key (id),
    constraint uq_match_result unique (from_id, to_id, measure, model_version, data_version),
    constraint ck_match_result_measure check (measure in ('CORE', 'ENABLER', 'ALLIANCE', 'CROSS_INNOVATION'))
);
