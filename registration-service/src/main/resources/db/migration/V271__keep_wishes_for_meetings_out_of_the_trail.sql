-- The trail says that somebody spoke and never what: it stays when everything else about the person has been erased.
update audit_entry set details = '{}' where action = 'meeting-wishes-stated' and details <> '{}';
