-- 0: the words of Form 01 itself, ticked before there were texts with numbers.
alter table consents.consent drop constraint consent_wording_check;
alter table consents.consent add constraint consent_wording_check check (wording >= 0) not valid;
