-- The sections of NACE Rev. 2.1 are terms of somebody else's list, too; their titles come with the reference data.
alter table vocabulary_term
    drop constraint vocabulary_term_vocabulary_ck,
    add constraint vocabulary_term_vocabulary_ck
        check (vocabulary in ('EMERGING_INDUSTRY', 'S3_PRIORITY_AREA', 'NACE_REV_2_1_SECTION'));
