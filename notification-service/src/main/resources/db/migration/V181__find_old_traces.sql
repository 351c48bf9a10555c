-- The nightly search for masked addresses and replies that nobody needs any more.
create index ix_mail_traces on mail (finished_at) where masked_address is not null or smtp_reply is not null;
