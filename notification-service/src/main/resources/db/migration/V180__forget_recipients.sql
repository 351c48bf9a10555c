-- Whose person was erased: masked_address and smtp_reply are gone and do not come back.
alter table mail add column erased_at timestamptz;

comment on column mail.masked_address is 'personal; to recognise the person beside their application; erased with the person';
comment on column mail.smtp_reply is 'may quote a name; to find out why a mail did not arrive; erased with the person';
