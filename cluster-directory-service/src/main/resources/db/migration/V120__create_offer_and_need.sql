-- What a cluster of the directory offers to others, and what it looks for. Free text by the city's people about the cluster; the
-- form asks them to name no person in it. Not told in any event.
create table cluster_offer (
    id            uuid        not null,
    version       bigint      not null,
    cluster_id    text        not null,
    kind          text        not null,
    wording       text        not null,
    competence_id text,
    division_code text,
    -- the last day on which it is shown
    expires_on    date        not null,
    created_at    timestamptz not null,
    constraint pk_cluster_offer primary key (id),
    constraint fk_cluster_offer_cluster foreign key (cluster_id) references cluster deferrable initially deferred,
    constraint fk_cluster_offer_competence foreign key (competence_id) references competence deferrable initially deferred,
    constraint fk_cluster_offer_division foreign key (division_code) references nace_division deferrable initially deferred,
    constraint ck_cluster_offer_kind check (kind in ('OFFER', 'NEED')),
    constraint ck_cluster_offer_coded check (competence_id is not null or division_code is not null)
);
create index ix_cluster_offer_cluster_id on cluster_offer (cluster_id, expires_on);
create index ix_cluster_offer_expires_on on cluster_offer (expires_on, kind, id);
create index ix_cluster_offer_competence_id on cluster_offer (competence_id);
create index ix_cluster_offer_division_code on cluster_offer (division_code);
