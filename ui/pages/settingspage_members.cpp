// SPDX-License-Identifier: GPL-3.0-or-later
// Who may see a dataset. The API has no way to ask who is in a team, so members are kept as they are and never sent.
#include "app/services/server.h"
#include "ui/pages/settingspage.h"
#include "ui/viewutil.h"

#include <QComboBox>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString someMembers = u"partial_members"_s;

} // namespace

void SettingsPage::fillPermissions()
{
    const QSignalBlocker blocker(m_permission);
    m_permission->clear();
    m_permission->addItem(tr("Only me"), u"only_me"_s);
    m_permission->addItem(tr("Everybody in the team"), u"all_team_members"_s);
    m_permission->addItem(tr("Some members of the team"), someMembers);
    viewutil::setItemEnabled(
        m_permission, 2, m_dataset.permission == someMembers,
        m_server && m_server->isLocal()
            ? tr("This computer has no team.")
            : tr("Choose the members in the web console: the server does not tell others who is in the team."));
    m_permission->setCurrentIndex(std::max(0, m_permission->findData(m_dataset.permission)));
}

void SettingsPage::readMembers()
{
    if (m_dataset.permission != someMembers || !m_server->abilities().can(Ability::ReadDataset))
        return;
    m_server->datasets().get(m_dataset.id)->then(this, [this](const Result<Dataset> &result) {
        if (!result || result->id != m_dataset.id)
            return;
        m_members = result->partialMembers;
        updateState();
    });
}

QString SettingsPage::permissionNote() const
{
    if (m_dataset.permission != someMembers)
        return {};
    if (m_permission->currentData() != someMembers)
        return tr("The server forgets which members it was for.");
    return m_members ? tr("For %n member(s), chosen in the web console.", nullptr, static_cast<int>(m_members->size()))
                     : tr("For members chosen in the web console.");
}
