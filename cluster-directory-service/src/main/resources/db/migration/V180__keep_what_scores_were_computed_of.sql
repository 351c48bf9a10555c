-- What scores were computed of, once for each version of the data of which somebody was shown a score: any pair or square of it can be
-- explained again, with the names of that day. It takes the place of single results, which grew with every look.
-- Clusters, priorities and sources stand in it by name; there is no reference, because they may be gone. No people are in it.
drop table match_result;

create table matching_input (
    revision      bigint      not null,
    model_version text        not null,
    formulas      integer     not null,
    kept_at       timestamptz not null,
    -- JSON, compressed by the service
    inputs        bytea       not null,
    constraint pk_matching_input primary key (revision, model_version)
);
alter table matching_input alter column inputs set storage external;
