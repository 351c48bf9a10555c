-- Terms of lists that are somebody else's, in which clusters describe themselves there: ECCP's emerging industries and its priority areas
-- of smart specialisation (Eye@RIS3). They are offered when a profile is written and published as SKOS; no score knows them.
create table vocabulary_term (
    id text not null,
    vocabulary text not null,
    label text not null,
    source_id text not null,
    checked_on date not null,
    confidence text not null,
    uncertain boolean not null,
    constraint vocabulary_term_pk primary key (id),
    constraint vocabulary_term_source_fk foreign key (source_id) references source (id),
    constraint vocabulary_term_vocabulary_ck check (vocabulary in ('EMERGING_INDUSTRY', 'S3_PRIORITY_AREA')),
    constraint vocabulary_term_confidence_ck check (confidence in ('DOCUMENTED', 'STATED', 'INFERRED'))
);

create index vocabulary_term_by_source on vocabulary_term (source_id);
create index vocabulary_term_by_label on vocabulary_term (vocabulary, label);
