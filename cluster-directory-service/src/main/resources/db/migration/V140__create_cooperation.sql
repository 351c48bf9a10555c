-- What two clusters of different cities want to do together. Only the two cities see it. The texts are about clusters; the form
-- asks to name no person in them.
create table cooperation (
    id              uuid        not null,
    version         bigint      not null,
    from_cluster_id text        not null,
    to_cluster_id   text        not null,
    from_city_id    text        not null,
    to_city_id      text        not null,
    message         text        not null,
    state           text        not null,
    proposed_at     timestamptz not null,
    answer          text,
    answered_at     timestamptz,
    ended_at        timestamptz,
    constraint pk_cooperation primary key (id),
    constraint fk_cooperation_from_cluster foreign key (from_cluster_id) references cluster deferrable initially deferred,
    constraint fk_cooperation_to_cluster foreign key (to_cluster_id) references cluster deferrable initially deferred,
    constraint fk_cooperation_from_city foreign key (from_city_id) references city deferrable initially deferred,
    constraint fk_cooperation_to_city foreign key (to_city_id) references city deferrable initially deferred,
    constraint ck_cooperation_two_cities check (from_city_id <> to_city_id),
    constraint ck_cooperation_state check (state in ('PROPOSED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'ENDED')),
    constraint ck_cooperation_answered check ((state = 'PROPOSED') = (answered_at is null))
);
create index ix_cooperation_from_city_id on cooperation (from_city_id, proposed_at desc, id);
create index ix_cooperation_to_city_id on cooperation (to_city_id, proposed_at desc, id);
create index ix_cooperation_to_cluster_id on cooperation (to_cluster_id);
-- Two clusters have one open proposal or running cooperation at a time, whoever proposed it.
create unique index uq_cooperation_live on cooperation (
    least(from_cluster_id, to_cluster_id), greatest(from_cluster_id, to_cluster_id))
    where state in ('PROPOSED', 'ACCEPTED');

create table cooperation_step (
    id             uuid        not null,
    cooperation_id uuid        not null,
    wording        text        not null,
    city_id        text        not null,
    due_on         date        not null,
    created_at     timestamptz not null,
    done_at        timestamptz,
    constraint pk_cooperation_step primary key (id),
    constraint fk_cooperation_step_cooperation foreign key (cooperation_id) references cooperation,
    constraint fk_cooperation_step_city foreign key (city_id) references city deferrable initially deferred
);
create index ix_cooperation_step_cooperation_id on cooperation_step (cooperation_id, due_on, id);
create index ix_cooperation_step_city_id on cooperation_step (city_id);

-- What a city thinks of a suggested partner of its cluster: the yardstick of the model in the long run.
create table match_feedback (
    cluster_id text        not null,
    partner_id text        not null,
    verdict    text        not null,
    given_at   timestamptz not null,
    constraint pk_match_feedback primary key (cluster_id, partner_id),
    constraint fk_match_feedback_cluster foreign key (cluster_id) references cluster deferrable initially deferred,
    constraint fk_match_feedback_partner foreign key (partner_id) references cluster deferrable initially deferred,
    constraint ck_match_feedback_two_clusters check (cluster_id <> partner_id),
    constraint ck_match_feedback_verdict check (verdict in ('USEFUL', 'NOT_USEFUL', 'ALREADY_PARTNERS'))
);
create index ix_match_feedback_partner_id on match_feedback (partner_id);
