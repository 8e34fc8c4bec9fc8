-- That an account has a contact is for Accounts to see to from now on.
alter table accounts.account
    alter column addresses set not null,
    drop column user_name,
    drop column phone,
    drop column email;

drop table accounts.plain_phone_claim, accounts.plain_email_claim;
