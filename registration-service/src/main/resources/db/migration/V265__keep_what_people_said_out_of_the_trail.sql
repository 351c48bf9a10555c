-- The trail says that somebody spoke and never what: it stays when everything else about the person has been erased.
update audit_entry set details = '{}' where action in ('photo-consent-told', 'logistics-travel-told') and details <> '{}';
update audit_entry set details = details - 'vote' where action = 'vote-cast' and details ? 'vote';
