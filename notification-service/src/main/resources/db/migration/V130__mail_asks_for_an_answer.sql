-- Until when the person has to answer, as the fact says it; null when the mail asks for no answer.
alter table mail add column deadline timestamptz;
